package dev.hitlai.billing.web;

import dev.hitlai.billing.internal.CreditNotes;
import dev.hitlai.billing.internal.InvoicePaper;
import dev.hitlai.billing.internal.Invoices;
import dev.hitlai.identity.Companies;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An invoice with its credit notes as a file. */
@Component
class InvoicePdf {
  private final Invoices invoices;
  private final CreditNotes credits;
  private final Companies companies;
  private final InvoicePaper paper;

  InvoicePdf(Invoices invoices, CreditNotes credits, Companies companies, InvoicePaper paper) {
    this.invoices = invoices;
    this.credits = credits;
    this.companies = companies;
    this.paper = paper;
  }

  ResponseEntity<byte[]> answer(UUID companyId, UUID invoiceId) {
    var invoice = invoices.find(companyId, invoiceId);
    String company = companies.find(companyId).map(Companies.Company::name).orElse("");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(invoice.number() + ".pdf").build().toString())
        .body(paper.print(invoice, invoices.lines(invoiceId), credits.of(invoiceId), company));
  }
}
