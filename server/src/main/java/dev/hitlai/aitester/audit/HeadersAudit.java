package dev.hitlai.aitester.audit;

import static dev.hitlai.aitester.audit.Advice.on;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Category;
import dev.hitlai.aitester.finding.Rule;
import dev.hitlai.aitester.finding.Weight;
import dev.hitlai.aitester.finding.Weight.Frequency;
import dev.hitlai.aitester.finding.Weight.Impact;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Protections that a server turns on by headers and flags. */
final class HeadersAudit extends PageAudit {
  private static final Pattern SESSION =
      Pattern.compile("(?i).*(sess|sid$|^sid|auth|token|login|jwt).*");
  private static final Pattern HARMLESS =
      Pattern.compile("(?i).*(csrf|xsrf|consent|cookie|locale|lang|theme|_ga|_gid).*");

  private final LinkCheck check;
  private final Set<String> asked = new HashSet<>();

  HeadersAudit(LinkCheck check) {
    super(
        "headers",
        Agent.SECURITY_AUDITOR,
        List.of(
            on(
                "cookie",
                Rule.of("headers/cookie", Category.SECURITY, Impact.MINOR, 0.85),
                "The session cookie {element} is not protected ({missing})",
                "A script that gets into the page, or another site, can use the visitor's session.",
                "Set it with HttpOnly, SameSite=Lax and, over https, Secure."),
            on(
                "missing",
                Rule.of("headers/missing", Category.SECURITY, Impact.COSMETIC, 0.9)
                    .weight(Weight.of(Impact.COSMETIC).with(Frequency.RARE)),
                "Protective headers are missing: {missing}",
                "The browser can't help against injected scripts, framing and leaking addresses.",
                "Send X-Content-Type-Options: nosniff, a Referrer-Policy and a"
                    + " Content-Security-Policy with frame-ancestors.")));
    this.check = check;
  }

  @Override
  List<Hit> hits(AuditSubject subject) {
    var url = subject.view().url();
    if (!url.startsWith("http")) {
      return List.of();
    }
    var hits = new ArrayList<Hit>();
    subject.page().context().cookies(url).forEach(cookie -> addCookie(hits, cookie, url));
    var origin = origin(url);
    if (asked.add(origin)) {
      addHeaders(hits, URI.create(origin + "/"));
    }
    return hits;
  }

  private static void addCookie(List<Hit> hits, Cookie cookie, String url) {
    if (!SESSION.matcher(cookie.name).matches() || HARMLESS.matcher(cookie.name).matches()) {
      return;
    }
    var missing = new ArrayList<String>();
    if (!Boolean.TRUE.equals(cookie.httpOnly)) {
      missing.add("no HttpOnly");
    }
    if (url.startsWith("https:") && !Boolean.TRUE.equals(cookie.secure)) {
      missing.add("no Secure");
    }
    if (cookie.sameSite == SameSiteAttribute.NONE && !Boolean.TRUE.equals(cookie.secure)) {
      missing.add("SameSite=None");
    }
    if (!missing.isEmpty()) {
      var words = String.join(", ", missing);
      hits.add(
          hit("cookie", cookie.name, cookie.name, Map.of("missing", words, "cookie", cookie.name)));
    }
  }

  private void addHeaders(List<Hit> hits, URI start) {
    var headers = check.headers(start);
    if (headers.isEmpty()) {
      return;
    }
    var missing = new ArrayList<String>();
    for (var name :
        List.of("x-content-type-options", "referrer-policy", "content-security-policy")) {
      if (!headers.get().containsKey(name)) {
        missing.add(name);
      }
    }
    // One of them may be left out for a reason; all of them are forgotten.
    if (missing.size() >= 2) {
      hits.add(hit("missing", "", "", Map.of("missing", String.join(", ", missing))));
    }
  }

  private static String origin(String url) {
    int path = url.indexOf('/', url.indexOf("://") + 3);
    return path < 0 ? url : url.substring(0, path);
  }
}
