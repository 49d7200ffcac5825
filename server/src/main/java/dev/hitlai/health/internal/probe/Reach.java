package dev.hitlai.health.internal.probe;

import dev.hitlai.platform.net.Names;

/**
 * Where a check may go.
 *
 * @param privateAllowed whether that includes this machine and private networks
 */
record Reach(boolean privateAllowed, Names names) {}
