package dev.hitlai.alignment.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AlignmentNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 64, "Rules", "/company/rules", Icon.SHIELD),
        new NavigationItem(Area.ADMIN, 150, "Rules", "/admin/rules", Icon.SHIELD),
        new NavigationItem(Area.ADMIN, 154, "Violations", "/admin/violations", Icon.WARNING),
        new NavigationItem(Area.ADMIN, 158, "Safety switch", "/admin/safety-switch", Icon.STOP));
  }
}
