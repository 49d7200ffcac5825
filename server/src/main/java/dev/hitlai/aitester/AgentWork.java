package dev.hitlai.aitester;

import java.time.Duration;
import java.time.Instant;

/**
 * One agent's piece of work in a run, for {@code agent_executions}.
 *
 * @param input what it was given, one line
 * @param output what it delivered, one line
 */
public record AgentWork(
    Agent agent,
    Instant startedAt,
    Duration duration,
    boolean succeeded,
    String input,
    String output) {}
