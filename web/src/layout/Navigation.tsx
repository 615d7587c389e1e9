import { common } from '../i18n';
import { routes } from '../pages/registry';
import { withFilters } from '../router/filters';
import { location } from '../router/router';

export function Navigation() {
  const words = common();
  const { path } = location.value;
  return (
    <nav aria-label={words.mainNavigation}>
      <ul>
        {routes.map((route) => {
          if (!route.nav) return null;
          const address = route.filtered ? withFilters(route.pattern) : route.pattern;
          return (
            <li key={route.pattern}>
              <a href={address} aria-current={path === route.pattern ? 'page' : undefined}>
                {words.nav[route.nav]}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
