package dev.hitlai.api.internal;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.api.ErrorCode;
import jakarta.validation.ConstraintViolationException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Reads from Spring's exceptions what is wrong with a request. */
final class InvalidInput {
  private InvalidInput() {}

  /** Null when the exception isn't about the request. */
  static @Nullable ApiProblem of(Exception thrown) {
    return switch (thrown) {
      case MethodArgumentNotValidException invalid -> ofBinding(invalid.getBindingResult());
      case BindException invalid -> ofBinding(invalid.getBindingResult());
      case HandlerMethodValidationException invalid -> ofParameters(invalid);
      case ConstraintViolationException invalid -> ofConstraints(invalid);
      case HttpMessageNotReadableException unreadable -> UnreadableBody.of(unreadable);
      case MissingServletRequestParameterException missing ->
          ApiProblem.invalid(missing.getParameterName(), "is missing");
      case MethodArgumentTypeMismatchException mismatch ->
          ApiProblem.invalid(mismatch.getName(), expected(mismatch));
      case TypeMismatchException mismatch ->
          ApiProblem.invalid(
              mismatch.getPropertyName() == null ? "request" : mismatch.getPropertyName(),
              expected(mismatch));
      case ErrorResponse refused -> ofStatus(refused);
      default -> null;
    };
  }

  private static ApiProblem ofBinding(BindingResult result) {
    var fields = new LinkedHashMap<String, String>();
    result
        .getAllErrors()
        .forEach(
            error ->
                fields.putIfAbsent(
                    error instanceof FieldError field ? field.getField() : "request",
                    said(error.getDefaultMessage())));
    return ApiProblem.invalid(fields);
  }

  private static ApiProblem ofParameters(HandlerMethodValidationException invalid) {
    var fields = new LinkedHashMap<String, String>();
    for (var result : invalid.getParameterValidationResults()) {
      String name = String.valueOf(result.getMethodParameter().getParameterName());
      result
          .getResolvableErrors()
          .forEach(
              error ->
                  fields.putIfAbsent(
                      error instanceof FieldError field ? field.getField() : name,
                      said(error.getDefaultMessage())));
    }
    return ApiProblem.invalid(fields);
  }

  private static ApiProblem ofConstraints(ConstraintViolationException invalid) {
    return ApiProblem.invalid(
        invalid.getConstraintViolations().stream()
            .collect(
                Collectors.toMap(
                    violation -> violation.getPropertyPath().toString(),
                    violation -> violation.getMessage(),
                    (first, second) -> first,
                    LinkedHashMap::new)));
  }

  private static String expected(TypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    if (type == null) {
      return "isn't valid";
    }
    return Expectation.of(type);
  }

  private static ApiProblem ofStatus(ErrorResponse refused) {
    ErrorCode code = ErrorCode.ofStatus(refused.getStatusCode().value());
    String detail = refused.getBody().getDetail();
    return new ApiProblem(code, detail == null ? code.title() + "." : detail, Map.of());
  }

  private static String said(@Nullable String message) {
    return message == null ? "isn't valid" : message;
  }

  /** Says what a value should have been. */
  static final class Expectation {
    private Expectation() {}

    static String of(Class<?> type) {
      if (type.isEnum()) {
        return "must be one of "
            + Arrays.stream(type.getEnumConstants())
                .map(value -> value.toString().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
      }
      return switch (type.getSimpleName()) {
        case "UUID" -> "must be a UUID";
        case "int", "Integer", "long", "Long", "short", "Short" -> "must be a whole number";
        case "double", "Double", "float", "Float", "BigDecimal" -> "must be a number";
        case "boolean", "Boolean" -> "must be true or false";
        case "String" -> "must be text";
        case "Instant" -> "must be a time such as 2026-01-31T12:00:00Z";
        case "LocalDate" -> "must be a date such as 2026-01-31";
        case "List", "Set", "Collection" -> "must be a list";
        default -> "isn't of the right kind";
      };
    }
  }
}
