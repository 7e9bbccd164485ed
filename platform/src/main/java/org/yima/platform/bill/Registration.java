package org.yima.platform.bill;

import java.time.LocalDate;

/**
 * A visit as it was registered.
 *
 * @param acceptedOn the day on which its date was looked at
 */
public record Registration(OrderType type, OrderContent content, LocalDate acceptedOn) {}
