// Names of countries, and of the PLOVER codes that stand in a country's place.

import { language, type Language } from '../i18n';

// ISO 3166-1: alpha-3 to alpha-2, which is what the browser knows names for.
const codes =
  'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG ' +
  'AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL ' +
  'BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH ' +
  'CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX ' +
  'CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ' +
  'ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI ' +
  'GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY HKGHK HMDHM ' +
  'HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT ' +
  'JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KOSXK KWTKW LAOLA ' +
  'LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC ' +
  'MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR ' +
  'MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL ' +
  'NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR ' +
  'PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG ' +
  'SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK ' +
  'SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL ' +
  'TONTO TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA ' +
  'VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW';

const alpha2 = new Map(
  codes.split(' ').map((code) => [code.slice(0, 3), code.slice(3)] as const),
);

const others: Record<Language, Record<string, string>> = {
  en: {
    CSK: 'Czechoslovakia',
    DDR: 'East Germany',
    SCG: 'Serbia and Montenegro',
    SUN: 'Soviet Union',
    YUG: 'Yugoslavia',
    UNO: 'United Nations',
    EUR: 'European Union',
    IGO: 'Intergovernmental organisations',
    NGO: 'Non-governmental organisations',
    ISM: 'Social movements',
    IMG: 'Transnational armed groups',
    MNC: 'Multinational companies',
  },
  nb: {
    CSK: 'Tsjekkoslovakia',
    DDR: 'Øst-Tyskland',
    SCG: 'Serbia og Montenegro',
    SUN: 'Sovjetunionen',
    YUG: 'Jugoslavia',
    UNO: 'FN',
    EUR: 'EU',
    IGO: 'Mellomstatlige organisasjoner',
    NGO: 'Frivillige organisasjoner',
    ISM: 'Sosiale bevegelser',
    IMG: 'Væpnede grupper over grensene',
    MNC: 'Flernasjonale selskaper',
  },
};

const names: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames(['en-GB'], { type: 'region' }),
  nb: new Intl.DisplayNames(['nb-NO', 'no'], { type: 'region' }),
};

/** The name of a country in the language chosen, or in the one given; an unknown code itself. */
export function countryName(code: string, inLanguage: Language = language.value): string {
  const two = alpha2.get(code);
  if (!two) return others[inLanguage][code] ?? code;
  return names[inLanguage].of(two) ?? code;
}

/** Every code, countries first. */
export const countryCodes: readonly string[] = [...alpha2.keys(), ...Object.keys(others.en)];
