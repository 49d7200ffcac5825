package dev.hitlai.testing.internal.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's settings of work by people ({@code hitlai.people.…}).
 *
 * @param offerLasts how long an offer waits for an answer before somebody else is asked
 * @param abandonedAfter after how long without activity work is given to somebody else
 * @param sweepEvery how often is looked for such work
 */
@ConfigurationProperties("hitlai.people")
public record PeopleSettings(
    @DefaultValue("4h") Duration offerLasts,
    @DefaultValue("24h") Duration abandonedAfter,
    @DefaultValue("1m") Duration sweepEvery) {}
