package dev.hitlai.redteam;

import java.util.UUID;

/**
 * A campaign found a critical weakness in a target: whoever routes to it stops doing so.
 *
 * @param target as {@link TargetSource} knows it
 * @param vulnerability the first of them
 */
public record CriticalWeakness(String target, UUID campaign, UUID vulnerability, String title) {}
