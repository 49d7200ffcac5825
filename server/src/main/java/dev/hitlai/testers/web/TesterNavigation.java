package dev.hitlai.testers.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where testers find their way, and administrators the prices. */
@Component
class TesterNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(
            Area.COMPANY, 60, "AI preferences", "/company/ai-preferences", Icon.SETTINGS),
        new NavigationItem(Area.TESTER, 60, "Your tests", "/tester/preferences", Icon.SETTINGS),
        new NavigationItem(Area.ADMIN, 35, "Testers", "/admin/testers", Icon.PERSONA),
        new NavigationItem(Area.ADMIN, 600, "Prices", "/admin/pricing", Icon.DOCUMENT));
  }
}
