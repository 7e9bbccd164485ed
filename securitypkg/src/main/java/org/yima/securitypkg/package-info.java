/**
 * The kit of section 1.1.1: seals and opens the messages between institutions and the platform.
 *
 * <p>Two sides use it. A hospital calls {@link org.yima.securitypkg.Kit}; the platform calls {@link
 * org.yima.securitypkg.Reception}. Both hold private keys in a {@link org.yima.securitypkg.KeyRing}
 * and know the other side by its {@link org.yima.securitypkg.PartyCertificates}. Owned and hidden
 * here: the three suites' algorithms, encodings and paddings, and every decision that could tell an
 * attacker something. What cannot be opened fails with one exception, {@link
 * org.yima.securitypkg.CannotOpen}.
 */
package org.yima.securitypkg;
