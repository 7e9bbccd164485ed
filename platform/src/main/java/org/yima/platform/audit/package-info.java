/**
 * Who asked for what, when, and what became of it: one entry an exchange, in the transaction of
 * what it tells or, where nothing is written, before the answer leaves. A sealer chains committed
 * entries by SM3, district by district, and the head of each chain is signed once a day. Shows
 * {@link org.yima.platform.audit.Trail}, which enters, what it enters ({@link
 * org.yima.platform.audit.Asked}, {@link org.yima.platform.audit.OfficeAct}), and {@link
 * org.yima.platform.audit.Verification}, which finds what was changed since.
 */
@NullMarked
package org.yima.platform.audit;

import org.jspecify.annotations.NullMarked;
