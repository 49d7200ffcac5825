package dev.hitlai.identity.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts and settings in the side navigation. */
@Component
class IdentityNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 800, "Settings", "/company/settings", Icon.SETTINGS),
        new NavigationItem(Area.COMPANY, 810, "Your account", "/company/account", Icon.PERSONA),
        new NavigationItem(Area.TESTER, 800, "Settings", "/tester/settings", Icon.SETTINGS),
        new NavigationItem(Area.ADMIN, 800, "People", "/admin/users", Icon.PEOPLE),
        new NavigationItem(Area.ADMIN, 810, "Your account", "/admin/account", Icon.PERSONA));
  }
}
