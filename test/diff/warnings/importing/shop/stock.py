import shop.prices
import mailcap
