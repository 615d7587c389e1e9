"""What the controls are called that the tests use, in both languages of the interface."""

WORDS = {
    "en": {
        "ceasefires": "Ceasefires", "tolls": "Tolls", "violations": "Alleged violations", "read": "Read in the article",
        "name": "Your name", "corrected": "Corrected", "confirmed": "Confirmed", "done": "{} done in this session",
        "save": "Save", "type": "Type", "protest": "Protest",
        "text": "Text", "title": "Title", "see": "See it coded", "store": "Store it", "coded": "As it is coded",
        "stored": "Stored.", "files": "Or choose files", "store_all": "Store all", "progress": "{} of {} stored",
        "search": "Search articles", "filters": "Filters", "country": "Country", "peru": "Peru", "show": "Show",
        "overview": "Overview", "language": "Language", "theme": "Theme", "dark": "Dark", "token": "Token",
        "sign_in": "Sign in", "sign_out": "Sign out",
    },
    "nb": {
        "ceasefires": "Våpenhviler", "tolls": "Tapstall", "violations": "Påståtte brudd", "read": "Les i artikkelen",
        "name": "Navnet ditt", "corrected": "Rettet", "confirmed": "Bekreftet", "done": "{} gjort i denne økten",
        "save": "Lagre", "type": "Type", "protest": "Protestere",
        "text": "Tekst", "title": "Tittel", "see": "Se den kodet", "store": "Lagre den", "coded": "Slik den kodes",
        "stored": "Lagret.", "files": "Eller velg filer", "store_all": "Lagre alle", "progress": "{} av {} lagret",
        "search": "Søk i artiklene", "filters": "Filtre", "country": "Land", "peru": "Peru", "show": "Vis",
        "overview": "Oversikt", "language": "Språk", "theme": "Fargetema", "dark": "Mørkt", "token": "Token",
        "sign_in": "Logg inn", "sign_out": "Logg ut",
    },
}
