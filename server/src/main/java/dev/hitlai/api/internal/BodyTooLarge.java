package dev.hitlai.api.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.io.IOException;

/** A body went on past the limit while it was read. */
final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  static ApiProblem problem() {
    return new ApiProblem(ErrorCode.PAYLOAD_TOO_LARGE, "The request body is too large.");
  }
}
