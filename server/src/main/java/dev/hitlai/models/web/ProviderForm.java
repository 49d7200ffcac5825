package dev.hitlai.models.web;

import dev.hitlai.models.internal.Providers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A provider as it is typed, also by programs. */
public record ProviderForm(
    @Nullable String code,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String baseUrl,
    @Nullable Boolean needsKey,
    @Nullable Boolean enabled,
    @Nullable Integer timeoutSeconds,
    @Nullable Integer maxConcurrent) {

  static final ProviderForm EMPTY =
      new ProviderForm(null, null, "openai_compatible", null, false, true, 30, 8);

  static ProviderForm of(Providers.Provider one) {
    return new ProviderForm(
        one.code(),
        one.name(),
        one.kind(),
        one.baseUrl(),
        one.needsKey(),
        one.enabled(),
        one.timeoutSeconds(),
        one.maxConcurrent());
  }

  public String value(@Nullable Object field) {
    return field == null ? "" : field.toString();
  }

  public boolean is(@Nullable Boolean field) {
    return Boolean.TRUE.equals(field);
  }

  Providers.Change read() {
    return new Providers.Change(
        value(code),
        value(name),
        value(kind),
        value(baseUrl),
        is(needsKey),
        is(enabled),
        Objects.requireNonNullElse(timeoutSeconds, 30),
        Objects.requireNonNullElse(maxConcurrent, 8));
  }
}
