package dev.hitlai.models.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ModelNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(
            Area.COMPANY, 62, "AI testers", "/company/ai-capabilities", Icon.MONITOR),
        new NavigationItem(Area.COMPANY, 64, "AI model", "/company/ai-model", Icon.STAR),
        new NavigationItem(Area.ADMIN, 36, "AI testers", "/admin/ai-testers", Icon.MONITOR),
        new NavigationItem(Area.ADMIN, 110, "Models", "/admin/models", Icon.KEY),
        new NavigationItem(Area.ADMIN, 120, "Inference", "/admin/inference", Icon.CHART));
  }
}
