package dev.hitlai.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param callId asked again under the same id, the answer is the same and nothing is paid twice
 * @param runId for whose budget it counts; needs the company, too
 * @param system who the model is and what the rules are; words of ours only
 * @param parts what it is given, in order
 * @param maxOutputTokens 1 to what the model can
 * @param schema a JSON schema that the answer has to fit; it is repaired once
 * @param prefer key of the model version that comes first, where routing allows it
 * @param canaries words that must not come back
 * @param allowedHosts that an answer may name
 */
public record ModelRequest(
    UUID callId,
    ModelTask task,
    @Nullable UUID runId,
    @Nullable UUID companyId,
    String system,
    List<Part> parts,
    int maxOutputTokens,
    @Nullable String schema,
    @Nullable Integer seed,
    @Nullable Double temperature,
    @Nullable String prefer,
    Set<String> canaries,
    Set<String> allowedHosts) {

  /** A piece of the input. */
  public sealed interface Part {
    /** Words of ours. */
    record Text(String text) implements Part {}

    /** Words of others: fenced, labelled and inspected before they leave. */
    record Untrusted(String label, String text) implements Part {}

    /** A picture; models that see none don't get it. */
    record Image(String mediaType, byte[] content) implements Part {}
  }

  public ModelRequest {
    parts = List.copyOf(parts);
    canaries = Set.copyOf(canaries);
    allowedHosts = Set.copyOf(allowedHosts);
    if (maxOutputTokens < 1) {
      throw new IllegalArgumentException("An answer has at least one token.");
    }
    if (runId != null && companyId == null) {
      throw new IllegalArgumentException("A run belongs to a company.");
    }
  }

  /** A question of 500 tokens at most, at temperature 0, for nobody. */
  public static ModelRequest of(ModelTask task, String system, String text) {
    return new ModelRequest(
        UUID.randomUUID(),
        task,
        null,
        null,
        system,
        List.of(new Part.Text(text)),
        500,
        null,
        null,
        0.0,
        null,
        Set.of(),
        Set.of());
  }

  public ModelRequest calledAs(UUID id) {
    return with(id, runId, companyId, parts, maxOutputTokens, schema, seed, temperature, prefer);
  }

  /** For whose account. */
  public ModelRequest paidBy(@Nullable UUID run, @Nullable UUID company) {
    return with(callId, run, company, parts, maxOutputTokens, schema, seed, temperature, prefer);
  }

  public ModelRequest plus(Part part) {
    var all = new ArrayList<>(parts);
    all.add(part);
    return with(callId, runId, companyId, all, maxOutputTokens, schema, seed, temperature, prefer);
  }

  public ModelRequest atMost(int tokens) {
    return with(callId, runId, companyId, parts, tokens, schema, seed, temperature, prefer);
  }

  public ModelRequest fitting(String jsonSchema) {
    return with(
        callId, runId, companyId, parts, maxOutputTokens, jsonSchema, seed, temperature, prefer);
  }

  /** Chance, where the provider has it: a seed and a temperature from 0 to 2. */
  public ModelRequest byChance(@Nullable Integer number, @Nullable Double warmth) {
    return with(callId, runId, companyId, parts, maxOutputTokens, schema, number, warmth, prefer);
  }

  public ModelRequest preferring(@Nullable String versionKey) {
    return with(
        callId, runId, companyId, parts, maxOutputTokens, schema, seed, temperature, versionKey);
  }

  /** What the answer is checked for besides its form. */
  public ModelRequest watched(Set<String> words, Set<String> hosts) {
    return new ModelRequest(
        callId,
        task,
        runId,
        companyId,
        system,
        parts,
        maxOutputTokens,
        schema,
        seed,
        temperature,
        prefer,
        words,
        hosts);
  }

  private ModelRequest with(
      UUID id,
      @Nullable UUID run,
      @Nullable UUID company,
      List<Part> all,
      int tokens,
      @Nullable String form,
      @Nullable Integer number,
      @Nullable Double warmth,
      @Nullable String first) {
    return new ModelRequest(
        id,
        task,
        run,
        company,
        system,
        all,
        tokens,
        form,
        number,
        warmth,
        first,
        canaries,
        allowedHosts);
  }
}
