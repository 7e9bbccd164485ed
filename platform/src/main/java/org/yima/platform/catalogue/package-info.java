/**
 * What an item is worth to the insured: catalogues by district and date, held in memory because
 * every line of every bill asks.
 */
package org.yima.platform.catalogue;
