/** Pages and API routes of invoices, payments, earnings and payouts. */
@NullMarked
package dev.hitlai.billing.web;

import org.jspecify.annotations.NullMarked;
