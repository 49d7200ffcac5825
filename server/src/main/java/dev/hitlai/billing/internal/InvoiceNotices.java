package dev.hitlai.billing.internal;

import dev.hitlai.billing.InvoiceIssued;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells companies of their invoices. */
@Component
class InvoiceNotices {
  private final Notifications notifications;

  InvoiceNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void on(InvoiceIssued invoice) {
    notifications.tell(
        new Notice(
            "invoice.issued",
            "invoice:" + invoice.invoiceId(),
            NoticeKind.MONEY,
            new Audience.Company(invoice.companyId()),
            "Invoice " + invoice.number() + ": " + Say.money(invoice.total()),
            List.of(
                invoice.due().signum() == 0
                    ? "Your credit has paid it."
                    : "To pay are %s by %s."
                        .formatted(Say.money(invoice.due()), Say.time(invoice.dueAt()))),
            new Notice.Action(
                "See the invoice", "/company/billing/invoices/" + invoice.invoiceId()),
            Map.of(
                "invoiceId", invoice.invoiceId().toString(),
                "number", invoice.number(),
                "total", invoice.total().toPlainString(),
                "due", invoice.due().toPlainString())));
  }
}
