package dev.hitlai.redteam.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class RedTeamNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.ADMIN, 160, "Red team", "/admin/red-team", Icon.SHIELD),
        new NavigationItem(Area.ADMIN, 165, "Weaknesses", "/admin/vulnerabilities", Icon.WARNING));
  }
}
