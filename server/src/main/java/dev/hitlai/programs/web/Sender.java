package dev.hitlai.programs.web;

import dev.hitlai.identity.CurrentUser;
import dev.hitlai.programs.internal.Intake;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
final class Sender {
  private Sender() {}

  static Intake.Sender of(@Nullable CurrentUser user, HttpServletRequest request) {
    return new Intake.Sender(user, request.getRemoteAddr());
  }
}
