package org.yima.settlement;

/**
 * What a programme paid of one part of what the patient bears.
 *
 * @param fund the share it is booked under
 * @param part the part it was taken off
 */
public record Subsidised(Share fund, Share part, Money amount) {}
