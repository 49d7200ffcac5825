package dev.hitlai.platform.net;

/** Somebody entered an address that leads to a private network, where this server doesn't go. */
public record DestinationRefused(String host) {}
