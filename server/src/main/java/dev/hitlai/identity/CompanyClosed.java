package dev.hitlai.identity;

import java.util.UUID;

/** Nobody works in the company any more. Published inside the transaction that closed it. */
public record CompanyClosed(UUID companyId, String companyName) {}
