package dev.hitlai.health.internal.probe;

import dev.hitlai.platform.net.Destinations;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a check failed, for people. */
final class Sentences {
  private static final int LONGEST = 300;

  private Sentences() {}

  static String of(Throwable failure, Deadline deadline) {
    if (deadline.isOver() || failure instanceof SocketTimeoutException) {
      return "No answer in time (%,d ms).".formatted(Math.round(deadline.spentMs()));
    }
    return switch (failure) {
      case Destinations.Forbidden forbidden ->
          "It leads to a private network, where this server doesn't look.";
      case UnknownHostException unknown -> "The host can't be found.";
      case NoRouteToHostException unreachable -> "The host can't be reached.";
      case ConnectException refused -> "The connection was refused.";
      case SSLException tls -> certificate(tls);
      default -> plain(failure);
    };
  }

  private static String certificate(SSLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "The certificate has expired.";
      }
    }
    String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("path") || text.contains("certificate") || text.contains("name")
        ? "The certificate isn't trusted or is of another name."
        : "TLS failed: " + plain(failure);
  }

  static String plain(Throwable failure) {
    @Nullable String text = failure.getMessage();
    String line =
        (text == null || text.isBlank() ? failure.getClass().getSimpleName() : text)
            .replaceAll("\\p{Cntrl}+", " ")
            .strip();
    return line.substring(0, Math.min(LONGEST, line.length()));
  }
}
