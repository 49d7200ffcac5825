package dev.hitlai.billing.internal;

import dev.hitlai.aitester.browser.PaperPrinter;
import dev.hitlai.billing.internal.Invoices.Invoice;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An invoice as a PDF, printed by the browser that the tests use too. */
@Component
public class InvoicePaper {
  private final TemplateEngine templates;
  private final BillingSettings settings;

  InvoicePaper(TemplateEngine templates, BillingSettings settings) {
    this.templates = templates;
    this.settings = settings;
  }

  /**
   * @throws IllegalStateException when no browser can print it
   */
  public byte[] print(
      Invoice invoice,
      List<Invoices.Line> lines,
      List<CreditNotes.CreditNote> credits,
      String company) {
    var html = new StringOutput();
    templates.render(
        "billing/invoice-paper.jte",
        Map.of(
            "invoice", invoice,
            "lines", lines,
            "credits", credits,
            "company", company,
            "issuer", settings.issuer(),
            "bankDetails", settings.bankDetails()),
        html);
    return PaperPrinter.print(html.toString());
  }
}
