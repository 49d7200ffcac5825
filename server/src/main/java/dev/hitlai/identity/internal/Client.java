package dev.hitlai.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
public record Client(String address, @Nullable String userAgent) {
  private static final int LONGEST_AGENT = 400;

  public Client {
    userAgent =
        userAgent != null && userAgent.length() > LONGEST_AGENT
            ? userAgent.substring(0, LONGEST_AGENT)
            : userAgent;
  }

  public static Client of(HttpServletRequest request) {
    return new Client(request.getRemoteAddr(), request.getHeader("User-Agent"));
  }
}
