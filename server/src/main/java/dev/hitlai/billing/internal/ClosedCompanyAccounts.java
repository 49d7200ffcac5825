package dev.hitlai.billing.internal;

import dev.hitlai.identity.Companies;
import dev.hitlai.identity.CompanyClosed;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Settles the account of a company that is closed: what isn't invoiced yet is invoiced at once,
 * credit pays what it can, and administrators hear of what is left to give back or to ask for.
 * Invoices and the ledger stay.
 */
@Component
class ClosedCompanyAccounts {
  private final InvoiceRun run;
  private final Settlement settlement;
  private final CompanyBook book;
  private final Companies companies;
  private final Notifications notifications;

  ClosedCompanyAccounts(
      InvoiceRun run,
      Settlement settlement,
      CompanyBook book,
      Companies companies,
      Notifications notifications) {
    this.run = run;
    this.settlement = settlement;
    this.book = book;
    this.companies = companies;
    this.notifications = notifications;
  }

  /** After the tests, whose end may take charges back. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(CompanyClosed closed) {
    UUID company = closed.companyId();
    run.closeOff(company);
    settlement.useCredit(company);
    var free = settlement.free(company);
    var owed = free.subtract(book.balance(company));
    if (free.signum() == 0 && owed.signum() == 0) {
      return;
    }
    String name = companies.find(company).map(Companies.Company::name).orElse("A company");
    notifications.tell(
        new Notice(
            "billing.company_closed",
            "company-closed:" + company,
            NoticeKind.MONEY,
            new Audience.Administrators(),
            name + " was closed with an account that isn't settled",
            List.of(
                free.signum() > 0
                    ? "It has %s in credit; what was paid of it is to be given back."
                        .formatted(Say.money(free))
                    : "It owes %s for invoices.".formatted(Say.money(owed))),
            new Notice.Action("See the billing", "/admin/billing"),
            Map.of("companyId", company.toString())));
  }
}
