package org.yima.platform.order;

import java.time.LocalDate;

/**
 * A visit as it was registered.
 *
 * @param acceptedOn the day on which its date was looked at
 */
record Registration(OrderType type, OrderContent content, LocalDate acceptedOn) {}
