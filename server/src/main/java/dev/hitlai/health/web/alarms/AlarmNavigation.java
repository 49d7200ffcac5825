package dev.hitlai.health.web.alarms;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AlarmNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.ADMIN, 502, "Incidents", "/admin/incidents", Icon.WARNING),
        new NavigationItem(Area.ADMIN, 504, "Maintenance", "/admin/maintenance", Icon.CLOCK),
        new NavigationItem(Area.ADMIN, 506, "Alerts", "/admin/alerts", Icon.BELL));
  }
}
