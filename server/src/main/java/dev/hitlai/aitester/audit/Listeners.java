package dev.hitlai.aitester.audit;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page listens to. Scripts of a page can't ask that, the browser's debugger can; it is asked
 * once per template, as pages of one template listen alike.
 */
final class Listeners {
  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_$][\\w$]*)\\s*\\(");
  private static final int CALLS_FOLLOWED = 4;
  private static final String SCRIPT = "() => {\n" + Probes.resource("listeners.js") + "}";

  private final Debugger debugger;
  private final Set<String> scanned = new HashSet<>();
  private @Nullable AuditSubject subject;
  private List<Listener> known = List.of();

  Listeners(Debugger debugger) {
    this.debugger = debugger;
  }

  /**
   * @param onWindow on the window or the document rather than on an element
   * @param source of the function, and of the global functions that it calls
   */
  record Listener(String type, boolean onWindow, String source) {}

  /** The listeners of a page that is the first of its template; none for the others. */
  List<Listener> of(AuditSubject asked) {
    if (subject != asked) {
      subject = asked;
      known = scanned.add(asked.view().template()) ? scan(asked.page()) : List.of();
    }
    return known;
  }

  private List<Listener> scan(Page page) {
    var found = JsonMapper.shared().readValue(debugger.ask(page, SCRIPT), Listener[].class);
    return Stream.of(found)
        .map(listener -> listener.onWindow() ? withCalled(page, listener) : listener)
        .toList();
  }

  private static Listener withCalled(Page page, Listener listener) {
    if (!listener.type().startsWith("key") && !listener.type().startsWith("device")) {
      return listener;
    }
    var source = new StringBuilder(listener.source());
    CALL.matcher(listener.source())
        .results()
        .map(call -> call.group(1))
        .distinct()
        .limit(CALLS_FOLLOWED)
        .forEach(name -> source.append('\n').append(function(page, name)));
    return new Listener(listener.type(), listener.onWindow(), source.toString());
  }

  private static String function(Page page, String name) {
    return (String)
        page.evaluate(
            "(name) => { const f = window[name]; const s = typeof f === 'function' ?"
                + " Function.prototype.toString.call(f) : ''; return s.includes('[native code]') ?"
                + " '' : s; }",
            name);
  }
}
