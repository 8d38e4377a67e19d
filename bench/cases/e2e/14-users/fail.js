'use strict';

require('./drive')(['/users/1/greeting', '/users/9/greeting?language=de']);
