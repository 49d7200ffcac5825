package dev.hitlai.notifications.internal.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/** Draws a mail twice: for programs that show HTML and for those that don't. */
@Component
class MailTemplates {
  private final TemplateEngine templates;

  MailTemplates(TemplateEngine templates) {
    this.templates = templates;
  }

  String html(MailView mail) {
    return render("notifications/mail/html.jte", mail).strip() + "\n";
  }

  /** Loops leave empty lines behind; more than one between paragraphs is none too many to lose. */
  String text(MailView mail) {
    return render("notifications/mail/text.jte", mail)
            .replaceAll("[ \\t]+\\n", "\n")
            .replaceAll("\\n{3,}", "\n\n")
            .strip()
        + "\n";
  }

  private String render(String template, MailView mail) {
    var output = new StringOutput();
    templates.render(template, mail, output);
    return output.toString();
  }
}
