/**
 * Payment orders: ST007 pays one, ST009 says what became of it. Owns the reading of 4.4, the
 * writing of 4.5, and the tables {@code payment_order} and {@code settlement}.
 */
package org.yima.platform.order;
