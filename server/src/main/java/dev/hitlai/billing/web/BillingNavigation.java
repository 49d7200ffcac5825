package dev.hitlai.billing.web;

import dev.hitlai.web.Navigation;
import dev.hitlai.web.view.Area;
import dev.hitlai.web.view.Icon;
import dev.hitlai.web.view.NavigationItem;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where money is looked after. */
@Component
class BillingNavigation implements Navigation {
  @Override
  public List<NavigationItem> items() {
    return List.of(
        new NavigationItem(Area.COMPANY, 700, "Billing", "/company/billing", Icon.DOCUMENT),
        new NavigationItem(Area.TESTER, 300, "Earnings", "/tester/earnings", Icon.CHART),
        new NavigationItem(Area.ADMIN, 610, "Billing", "/admin/billing", Icon.CHART),
        new NavigationItem(Area.ADMIN, 620, "Payouts", "/admin/payouts", Icon.INBOX));
  }
}
