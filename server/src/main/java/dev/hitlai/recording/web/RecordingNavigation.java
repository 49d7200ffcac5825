package dev.hitlai.recording.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where recordings are found. */
@Component
class RecordingNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 100, "Recordings", "/company/recordings", Icon.PLAY),
        new NavigationItem(Area.COMPANY, 110, "Heatmaps", "/company/heatmaps", Icon.EYE),
        new NavigationItem(Area.ADMIN, 400, "Bots", "/admin/bots", Icon.SHIELD));
  }
}
