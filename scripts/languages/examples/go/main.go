// Lists the available countries.
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"m800.invalid/go/phonenumber"
)

func main() {
	configuration := phonenumber.NewConfiguration()
	configuration.Servers = phonenumber.ServerConfigurations{{URL: os.Getenv("M800_BASE_URL")}}
	client := phonenumber.NewAuthenticatedClient(
		*configuration, os.Getenv("M800_SECURITY_TOKEN"), os.Getenv("M800_USERNAME"), os.Getenv("M800_PASSWORD"))

	list, _, err := client.CountriesAPI.ListCountries(context.Background()).Execute()
	if err != nil {
		log.Fatal(err)
	}
	for _, country := range list.Countries {
		fmt.Println(country.Code, country.Name, "+"+country.Prefix)
	}
}
