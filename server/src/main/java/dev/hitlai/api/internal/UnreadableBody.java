package dev.hitlai.api.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says why a body couldn't be read, without a word about classes of ours. */
final class UnreadableBody {
  private UnreadableBody() {}

  static ApiProblem of(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiProblem problem) {
        return problem;
      }
      if (cause instanceof BodyTooLarge) {
        return BodyTooLarge.problem();
      }
      if (cause instanceof JacksonException json) {
        return of(json);
      }
    }
    return new ApiProblem(ErrorCode.VALIDATION_ERROR, "The request needs a JSON body.");
  }

  private static ApiProblem of(JacksonException json) {
    return switch (json) {
      case StreamConstraintsException extreme ->
          new ApiProblem(
              ErrorCode.VALIDATION_ERROR, "The JSON is nested too deeply or a value is too long.");
      case InvalidFormatException wrong
          when wrong.getValue() instanceof String text
              && text.isEmpty()
              && wrong.getTargetType() == String.class ->
          ApiProblem.invalid(field(wrong), "must not contain the character U+0000");
      case MismatchedInputException wrong when wrong.getTargetType() != null ->
          ApiProblem.invalid(field(wrong), InvalidInput.Expectation.of(wrong.getTargetType()));
      case DatabindException wrong when wrong.getCause() instanceof ApiProblem problem -> problem;
      case DatabindException wrong when wrong.getCause() instanceof IllegalArgumentException own ->
          ApiProblem.invalid(field(wrong), String.valueOf(own.getMessage()));
      case DatabindException wrong -> ApiProblem.invalid(field(wrong), "isn't valid");
      default -> new ApiProblem(ErrorCode.VALIDATION_ERROR, "The body isn't valid JSON.");
    };
  }

  private static String field(JacksonException wrong) {
    String path =
        wrong.getPath().stream()
            .map(
                reference ->
                    reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getPropertyName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
  }
}
