package dev.hitlai.recording.internal.ingest;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;

/** A batch that won't be stored, however often it is sent. */
final class Refused {
  private Refused() {}

  /** It isn't what it should be: 422. */
  static ApiProblem content(String sentence) {
    return new ApiProblem(ErrorCode.UNPROCESSABLE, sentence);
  }

  /** It can't be read at all: 400. */
  static ApiProblem unreadable(String sentence) {
    return new ApiProblem(ErrorCode.VALIDATION_ERROR, sentence);
  }

  /** 413. */
  static ApiProblem tooLarge(String sentence) {
    return new ApiProblem(ErrorCode.PAYLOAD_TOO_LARGE, sentence);
  }
}
