module example

go 1.23

require m800.invalid/go/phonenumber v0.0.0

replace m800.invalid/go/phonenumber => ../../clients/go
