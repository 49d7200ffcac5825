package dev.hitlai.notifications;

import java.util.UUID;

/**
 * Nothing gets through to one of the {@link Receivers} any more, so nothing is sent there until
 * somebody switches it on again. Published in the transaction that switches it off.
 *
 * @param reason a sentence
 */
public record ReceiverSwitchedOff(UUID receiverId, String reason) {}
