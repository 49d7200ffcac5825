package dev.hitlai.api.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The API's limits, from {@code hitlai.api.*}.
 *
 * @param requestsPerMinute what an account, key or address may ask for in a minute, where a route
 *     has no limit of its own
 * @param maximumBody the largest request body
 * @param maximumPicture the largest picture that is uploaded, to a path that ends in /screenshots
 */
@Validated
@ConfigurationProperties("hitlai.api")
public record ApiSettings(
    @DefaultValue("100") @Min(1) @Max(1_000_000) int requestsPerMinute,
    @DefaultValue("2MB") DataSize maximumBody,
    @DefaultValue("5MB") DataSize maximumPicture) {}
