package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carelessness with data that the document shows. */
final class SecurityAudit extends ProbeAudit {

  private final LinkCheck check;

  SecurityAudit(Probes probes, LinkCheck check) {
    super(
        "security",
        Agent.SECURITY_AUDITOR,
        probes,
        List.of(
            on(
                "password-http",
                Rule.of("security/password-http", Category.SECURITY, Impact.BLOCKING, 0.95),
                "The password {element} is sent without encryption",
                "Anybody on the network can read it.",
                "Serve the page over https and redirect http to it."),
            on(
                "form-http",
                Rule.of("security/form-http", Category.SECURITY, Impact.MAJOR, 0.9),
                "The form sends its data unencrypted to {action}",
                "Anybody on the way can read and change it.",
                "Use an https address in the form's action."),
            on(
                "secret-get",
                Rule.of("security/secret-get", Category.SECURITY, Impact.MAJOR, 0.9),
                "The form puts secrets into the address",
                "Passwords or card numbers end up in history, logs and referrers.",
                "Use method=\"post\"."),
            on(
                "secret-visible",
                Rule.of("security/secret-visible", Category.SECURITY, Impact.MAJOR, 0.9),
                "The secret {element} is shown while it is typed",
                "People next to or behind the person can read it.",
                "Use type=\"password\" with a “show” button."),
            on(
                "token-url",
                Rule.of("security/token-url", Category.SECURITY, Impact.MAJOR, 0.85),
                "The address carries a secret ({parameter})",
                "It leaks by history, logs, shared links and referrers; whoever has it is signed"
                    + " in.",
                "Keep it in a cookie with HttpOnly, Secure and SameSite."),
            on(
                "token-link",
                Rule.of("security/token-link", Category.SECURITY, Impact.MAJOR, 0.85),
                "Link {element} carries a secret ({parameter})",
                "It leaks by history, logs, shared links and referrers.",
                "Keep it in a cookie with HttpOnly, Secure and SameSite."),
            on(
                "opener",
                Rule.of("security/opener", Category.SECURITY, Impact.MINOR, 0.9),
                "Link {element} hands this page over to the one it opens",
                "The other site can navigate this tab to a fake login.",
                "Remove rel=\"opener\"; noopener is the default."),
            on(
                "new-tab",
                Rule.of("new-tab", Category.NAVIGATION, Impact.MINOR, 0.8).wcag("3.2.5"),
                "Link {element} opens a new tab without saying so",
                "The back button stops working, and who listens or zooms in doesn't notice why.",
                "Open it in the same tab, or add “(opens in a new tab)”."),
            on(
                "mixed",
                Rule.of("security/mixed", Category.SECURITY, Impact.MAJOR, 0.95),
                "{element} is loaded without encryption into a secure page",
                "Browsers block it or show the page as not secure.",
                "Load it by https."),
            on(
                "enumeration",
                Rule.of("security/enumeration", Category.SECURITY, Impact.MINOR, 0.8),
                "The error tells who has an account: {element}",
                "Attackers can find out which addresses are customers.",
                "Say “address or password is wrong” in both cases."),
            on(
                "leak",
                Rule.of("security/leak", Category.SECURITY, Impact.MAJOR, 0.85),
                "The source of the page gives away {what}",
                "Everybody can read comments and scripts; attackers look there first.",
                "Take it out and change what has been published."),
            on(
                "library",
                Rule.of("security/library", Category.SECURITY, Impact.MINOR, 0.9),
                "{library} {version} has holes that are public",
                "Attackers need no skill to use them against visitors.",
                "Update it to {mended} or later, or do without it."),
            on(
                "access",
                Rule.of("security/access", Category.SECURITY, Impact.MAJOR, 0.75),
                "A page of somebody's own opens for anybody: {path}",
                "Asked without any session, the server shows the same; who counts through the"
                    + " numbers reads what belongs to others.",
                "Check on the server whose it is before showing it.")));
    this.check = check;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var hits = new ArrayList<>(super.hits(subject));
    OpenRecord.of(subject, check)
        .ifPresent(path -> hits.add(PageAudit.hit("access", "", path, Map.of("path", path))));
    return hits;
  }
}
