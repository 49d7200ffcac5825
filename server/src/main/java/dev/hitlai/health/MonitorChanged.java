package dev.hitlai.health;

import java.util.UUID;

/** A monitor was made, edited, paused or deleted; or maintenance that concerns it was. */
public record MonitorChanged(UUID monitorId) {}
