package dev.hitlai.training.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class TrainingNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(
            Area.TESTER, 21, "AI findings", "/tester/review/findings", Icon.FINDINGS),
        new NavigationItem(Area.ADMIN, 310, "Corrections", "/admin/corrections", Icon.FINDINGS),
        new NavigationItem(Area.ADMIN, 320, "Training", "/admin/training", Icon.CHART),
        new NavigationItem(Area.COMPANY, 695, "AI training", "/company/training", Icon.CHART));
  }
}
