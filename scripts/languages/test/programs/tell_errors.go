package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"m800.invalid/go/phonenumber"
)

func main() {
	for _, url := range strings.Fields(os.Getenv("M800_BASE_URLS")) {
		configuration := phonenumber.NewConfiguration()
		configuration.Servers = phonenumber.ServerConfigurations{{URL: url}}
		request := phonenumber.NewTokenRequest("u")
		_, _, err := phonenumber.NewAPIClient(configuration).AuthenticationAPI.CreateToken(context.Background()).TokenRequest(*request).Execute()
		tell(url, err)
		client := phonenumber.NewAuthenticatedClient(*configuration, os.Getenv("KEY"), "u3er", os.Getenv("PASSWORD"))
		_, _, err = client.CountriesAPI.ListCountries(context.Background()).Execute()
		tell(url, err)
	}
}

func tell(url string, err error) {
	if err == nil {
		fmt.Println("read:", url)
		return
	}
	fmt.Println("error:", url)
	fmt.Fprintf(os.Stderr, "%v %s\n", err, err)
}
