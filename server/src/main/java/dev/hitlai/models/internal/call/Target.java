package dev.hitlai.models.internal.call;

import dev.hitlai.models.Tier;

/**
 * A model that can be called.
 *
 * @param version its key in the registry
 * @param model its name at the provider
 * @param images whether it sees pictures
 * @param schema whether the provider keeps it to a JSON schema
 */
public record Target(
    String version,
    String model,
    Tier tier,
    Prices prices,
    int contextTokens,
    int maxOutputTokens,
    boolean images,
    boolean schema,
    Connection connection) {}
