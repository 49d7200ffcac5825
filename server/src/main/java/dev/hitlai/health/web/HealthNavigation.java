package dev.hitlai.health.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class HealthNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.ADMIN, 500, "API health", "/admin/api-health", Icon.MONITOR),
        new NavigationItem(Area.COMPANY, 58, "Monitors", "/company/monitors", Icon.MONITOR));
  }
}
