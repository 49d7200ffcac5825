package dev.hitlai.billing.internal;

import dev.hitlai.billing.InvoiceCredited;
import dev.hitlai.billing.InvoiceIssued;
import dev.hitlai.billing.PaymentRefunded;
import dev.hitlai.notifications.Audience;
import dev.hitlai.notifications.Notice;
import dev.hitlai.notifications.NoticeKind;
import dev.hitlai.notifications.Notifications;
import dev.hitlai.web.view.Say;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells companies of their invoices and of money that goes back. */
@Component
class InvoiceNotices {
  private final Notifications notifications;

  InvoiceNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  @EventListener
  void on(InvoiceCredited credit) {
    notifications.tell(
        new Notice(
            "invoice.credited",
            "credit-note:" + credit.creditNoteId(),
            NoticeKind.MONEY,
            new Audience.Company(credit.companyId()),
            credit.cancelled()
                ? "Invoice %s is cancelled".formatted(credit.number())
                : "Credit note of %s on invoice %s"
                    .formatted(Say.money(credit.amount()), credit.number()),
            List.of(
                "Credit note %s over %s: %s"
                    .formatted(credit.creditNote(), Say.money(credit.amount()), credit.reason()),
                "What was paid for that part is credit of yours again."),
            new Notice.Action("See the invoice", "/company/billing/invoices/" + credit.invoiceId()),
            Map.of(
                "invoiceId", credit.invoiceId().toString(),
                "number", credit.number(),
                "creditNote", credit.creditNote(),
                "amount", credit.amount().toPlainString(),
                "cancelled", credit.cancelled())));
  }

  @EventListener
  void on(PaymentRefunded refund) {
    notifications.tell(
        new Notice(
            "payment.refunded",
            "refund:" + refund.refundId(),
            NoticeKind.MONEY,
            new Audience.Company(refund.companyId()),
            Say.money(refund.amount()) + " went back to you",
            List.of(
                refund.reason() + ".",
                refund.byProvider()
                    ? "Invoices that this money had paid are open again."
                    : "It comes the way you paid; that can take some days."),
            new Notice.Action("See the payment", "/company/billing/payments/" + refund.paymentId()),
            Map.of(
                "paymentId", refund.paymentId().toString(),
                "refundId", refund.refundId().toString(),
                "amount", refund.amount().toPlainString())));
    if (refund.byProvider()) {
      tellAdministrators(refund);
    }
  }

  private void tellAdministrators(PaymentRefunded refund) {
    notifications.tell(
        new Notice(
            "payment.refunded_by_provider",
            "refund:" + refund.refundId(),
            NoticeKind.MONEY,
            new Audience.Administrators(),
            "%s went back to a company without us".formatted(Say.money(refund.amount())),
            List.of(
                refund.reason() + ".",
                "Invoices that this money had paid are open again; a credit note settles them if"
                    + " nothing is owed any more."),
            new Notice.Action("See the payment", "/admin/billing/payments/" + refund.paymentId()),
            Map.of("paymentId", refund.paymentId().toString())));
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
