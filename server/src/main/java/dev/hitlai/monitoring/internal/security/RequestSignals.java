package dev.hitlai.monitoring.internal.security;

import dev.hitlai.identity.ApiKeyRefused;
import dev.hitlai.identity.AuthMethod;
import dev.hitlai.identity.CurrentUser;
import dev.hitlai.identity.LoginRefused;
import dev.hitlai.monitoring.Suspicion;
import dev.hitlai.platform.net.DestinationRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Notices what is suspicious about requests, while they are answered and when they are over. */
@Component
public class RequestSignals {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int NOT_FOUND = 404;
  private static final int MOST_SEEN = 50_000;

  private final Signals signals;
  private final Clock clock;

  /** Keys and their networks, each once an hour: good requests must not become a row each. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  private volatile long hour;

  RequestSignals(Signals signals, Clock clock) {
    this.signals = signals;
    this.clock = clock;
  }

  /** A request that is over. */
  public void look(
      HttpServletRequest request, String route, int status, @Nullable CurrentUser user) {
    if (user != null && user.authMethod() == AuthMethod.API_KEY) {
      keyUsed(user, request.getRemoteAddr());
    }
    if (status == NOT_FOUND && route.contains("{")) {
      var id = ID.matcher(request.getRequestURI());
      if (id.find()) {
        signals.add(
            SignalKind.FOREIGN_ID,
            user == null ? "address:" + request.getRemoteAddr() : user.limitKey(),
            user == null ? null : user.userId(),
            user == null ? null : user.companyId(),
            request.getRemoteAddr(),
            route + " " + id.group());
      }
    }
  }

  private void keyUsed(CurrentUser key, String address) {
    long now = clock.instant().getEpochSecond() / 3600;
    if (now != hour || seen.size() > MOST_SEEN) {
      hour = now;
      seen.clear();
    }
    if (seen.add(key.limitKey() + " " + address)) {
      signals.add(SignalKind.KEY_USED, key.limitKey(), key.userId(), key.companyId(), address, "");
    }
  }

  @EventListener
  void on(LoginRefused refused) {
    signals.add(
        SignalKind.LOGIN_REFUSED,
        refused.userId() == null ? "tried:" + refused.tried() : "user:" + refused.userId(),
        refused.userId(),
        null,
        refused.address(),
        refused.reason());
  }

  @EventListener
  void on(ApiKeyRefused refused) {
    signals.add(
        SignalKind.KEY_REFUSED,
        "key:" + (refused.keyId() == null ? "unknown" : refused.keyId()),
        null,
        refused.companyId(),
        address(),
        refused.reason().name().toLowerCase(java.util.Locale.ROOT));
  }

  @EventListener
  void on(DestinationRefused refused) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var user =
        authentication != null && authentication.getPrincipal() instanceof CurrentUser known
            ? known
            : null;
    signals.add(
        SignalKind.PRIVATE_DESTINATION,
        user == null ? "address:" + address() : user.limitKey(),
        user == null ? null : user.userId(),
        user == null ? null : user.companyId(),
        address(),
        refused.host());
  }

  @EventListener
  void on(Suspicion noticed) {
    signals.add(
        switch (noticed.kind()) {
          case PROMPT_INJECTION -> SignalKind.PROMPT_INJECTION;
          case BOT -> SignalKind.BOT;
        },
        noticed.caller(),
        noticed.userId(),
        noticed.companyId(),
        null,
        noticed.detail());
  }

  private static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
        ? now.getRequest().getRemoteAddr()
        : null;
  }
}
