// Generated from openapi/phone-number.yaml by `pnpm generate`. Do not edit.
import type { ApiDescription } from "@m800/mock-engine";

export const api: ApiDescription = {
  "baseUrl": "https://gateway.m800.invalid",
  "operations": [
    {
      "operationId": "createToken",
      "method": "POST",
      "path": "/token",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "M800Auth"
          }
        ]
      ],
      "secrets": [
        {
          "properties": {
            "body": 1
          }
        },
        {
          "also": [
            2
          ]
        },
        {
          "also": [
            3
          ]
        },
        {
          "properties": {
            "password": 4
          }
        },
        {
          "isSecret": true
        }
      ],
      "parameters": [],
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/createToken.request.application_json"
          }
        }
      },
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/AccessToken",
              "examples": {
                "fiveMinutes": "{\"access_token\":\"gfvxrjvhetsfhr\",\"expires_in\":300}"
              }
            }
          }
        },
        "400": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "invalidRequest": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "401": {
          "headers": {
            "www-authenticate": {
              "required": true,
              "reading": "string",
              "style": "simple",
              "explode": false,
              "schema": "/x-added-schemas/createToken.401.header.WWW-Authenticate",
              "example": "M800Auth"
            }
          },
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "wrongCredentials": "{\"code\":\"invalid_credentials\",\"message\":\"The security token or the username is wrong.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_credentials\",\"message\":\"The security token or the username is wrong.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "429": {
          "headers": {
            "retry-after": {
              "required": false,
              "reading": "string",
              "style": "simple",
              "explode": false,
              "schema": "/x-added-schemas/createToken.429.header.Retry-After",
              "example": "1"
            }
          },
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "rateLimited": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "500": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "internalError": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "503": {
          "headers": {
            "retry-after": {
              "required": false,
              "reading": "string",
              "style": "simple",
              "explode": false,
              "schema": "/x-added-schemas/createToken.503.header.Retry-After",
              "example": "1"
            }
          },
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "unavailable": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "listCountries",
      "method": "GET",
      "path": "/countries",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [],
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/CountryList",
              "examples": {
                "everyCountry": "{\"countries\":[{\"code\":\"ABW\",\"name\":\"Aruba\",\"prefix\":\"297\"},{\"code\":\"AFG\",\"name\":\"Afghanistan\",\"prefix\":\"93\"},{\"code\":\"AGO\",\"name\":\"Angola\",\"prefix\":\"244\"},{\"code\":\"AIA\",\"name\":\"Anguilla\",\"prefix\":\"1\"},{\"code\":\"ALA\",\"name\":\"Åland Islands\",\"prefix\":\"358\"},{\"code\":\"ALB\",\"name\":\"Albania\",\"prefix\":\"355\"},{\"code\":\"AND\",\"name\":\"Andorra\",\"prefix\":\"376\"},{\"code\":\"ARE\",\"name\":\"United Arab Emirates\",\"prefix\":\"971\"},{\"code\":\"ARG\",\"name\":\"Argentina\",\"prefix\":\"54\"},{\"code\":\"ARM\",\"name\":\"Armenia\",\"prefix\":\"374\"},{\"code\":\"ASM\",\"name\":\"American Samoa\",\"prefix\":\"1\"},{\"code\":\"ATG\",\"name\":\"Antigua and Barbuda\",\"prefix\":\"1\"},{\"code\":\"AUS\",\"name\":\"Australia\",\"prefix\":\"61\"},{\"code\":\"AUT\",\"name\":\"Austria\",\"prefix\":\"43\"},{\"code\":\"AZE\",\"name\":\"Azerbaijan\",\"prefix\":\"994\"},{\"code\":\"BDI\",\"name\":\"Burundi\",\"prefix\":\"257\"},{\"code\":\"BEL\",\"name\":\"Belgium\",\"prefix\":\"32\"},{\"code\":\"BEN\",\"name\":\"Benin\",\"prefix\":\"229\"},{\"code\":\"BES\",\"name\":\"Bonaire, Sint Eustatius and Saba\",\"prefix\":\"599\"},{\"code\":\"BFA\",\"name\":\"Burkina Faso\",\"prefix\":\"226\"},{\"code\":\"BGD\",\"name\":\"Bangladesh\",\"prefix\":\"880\"},{\"code\":\"BGR\",\"name\":\"Bulgaria\",\"prefix\":\"359\"},{\"code\":\"BHR\",\"name\":\"Bahrain\",\"prefix\":\"973\"},{\"code\":\"BHS\",\"name\":\"Bahamas\",\"prefix\":\"1\"},{\"code\":\"BIH\",\"name\":\"Bosnia and Herzegovina\",\"prefix\":\"387\"},{\"code\":\"BLM\",\"name\":\"Saint Barthélemy\",\"prefix\":\"590\"},{\"code\":\"BLR\",\"name\":\"Belarus\",\"prefix\":\"375\"},{\"code\":\"BLZ\",\"name\":\"Belize\",\"prefix\":\"501\"},{\"code\":\"BMU\",\"name\":\"Bermuda\",\"prefix\":\"1\"},{\"code\":\"BOL\",\"name\":\"Bolivia\",\"prefix\":\"591\"},{\"code\":\"BRA\",\"name\":\"Brazil\",\"prefix\":\"55\"},{\"code\":\"BRB\",\"name\":\"Barbados\",\"prefix\":\"1\"},{\"code\":\"BRN\",\"name\":\"Brunei Darussalam\",\"prefix\":\"673\"},{\"code\":\"BTN\",\"name\":\"Bhutan\",\"prefix\":\"975\"},{\"code\":\"BWA\",\"name\":\"Botswana\",\"prefix\":\"267\"},{\"code\":\"CAF\",\"name\":\"Central African Republic\",\"prefix\":\"236\"},{\"code\":\"CAN\",\"name\":\"Canada\",\"prefix\":\"1\"},{\"code\":\"CCK\",\"name\":\"Cocos (Keeling) Islands\",\"prefix\":\"61\"},{\"code\":\"CHE\",\"name\":\"Switzerland\",\"prefix\":\"41\"},{\"code\":\"CHL\",\"name\":\"Chile\",\"prefix\":\"56\"},{\"code\":\"CHN\",\"name\":\"People's Republic of China\",\"prefix\":\"86\"},{\"code\":\"CIV\",\"name\":\"Cote d'Ivoire\",\"prefix\":\"225\"},{\"code\":\"CMR\",\"name\":\"Cameroon\",\"prefix\":\"237\"},{\"code\":\"COD\",\"name\":\"Democratic Republic of the Congo\",\"prefix\":\"243\"},{\"code\":\"COG\",\"name\":\"Republic of the Congo\",\"prefix\":\"242\"},{\"code\":\"COK\",\"name\":\"Cook Islands\",\"prefix\":\"682\"},{\"code\":\"COL\",\"name\":\"Colombia\",\"prefix\":\"57\"},{\"code\":\"COM\",\"name\":\"Comoros\",\"prefix\":\"269\"},{\"code\":\"CPV\",\"name\":\"Cape Verde\",\"prefix\":\"238\"},{\"code\":\"CRI\",\"name\":\"Costa Rica\",\"prefix\":\"506\"},{\"code\":\"CUB\",\"name\":\"Cuba\",\"prefix\":\"53\"},{\"code\":\"CUW\",\"name\":\"Curaçao\",\"prefix\":\"599\"},{\"code\":\"CXR\",\"name\":\"Christmas Island\",\"prefix\":\"61\"},{\"code\":\"CYM\",\"name\":\"Cayman Islands\",\"prefix\":\"1\"},{\"code\":\"CYP\",\"name\":\"Cyprus\",\"prefix\":\"357\"},{\"code\":\"CZE\",\"name\":\"Czech Republic\",\"prefix\":\"420\"},{\"code\":\"DEU\",\"name\":\"Germany\",\"prefix\":\"49\"},{\"code\":\"DJI\",\"name\":\"Djibouti\",\"prefix\":\"253\"},{\"code\":\"DMA\",\"name\":\"Dominica\",\"prefix\":\"1\"},{\"code\":\"DNK\",\"name\":\"Denmark\",\"prefix\":\"45\"},{\"code\":\"DOM\",\"name\":\"Dominican Republic\",\"prefix\":\"1\"},{\"code\":\"DZA\",\"name\":\"Algeria\",\"prefix\":\"213\"},{\"code\":\"ECU\",\"name\":\"Ecuador\",\"prefix\":\"593\"},{\"code\":\"EGY\",\"name\":\"Egypt\",\"prefix\":\"20\"},{\"code\":\"ERI\",\"name\":\"Eritrea\",\"prefix\":\"291\"},{\"code\":\"ESH\",\"name\":\"Western Sahara\",\"prefix\":\"212\"},{\"code\":\"ESP\",\"name\":\"Spain\",\"prefix\":\"34\"},{\"code\":\"EST\",\"name\":\"Estonia\",\"prefix\":\"372\"},{\"code\":\"ETH\",\"name\":\"Ethiopia\",\"prefix\":\"251\"},{\"code\":\"FIN\",\"name\":\"Finland\",\"prefix\":\"358\"},{\"code\":\"FJI\",\"name\":\"Fiji\",\"prefix\":\"679\"},{\"code\":\"FLK\",\"name\":\"Falkland Islands (Malvinas)\",\"prefix\":\"500\"},{\"code\":\"FRA\",\"name\":\"France\",\"prefix\":\"33\"},{\"code\":\"FRO\",\"name\":\"Faroe Islands\",\"prefix\":\"298\"},{\"code\":\"FSM\",\"name\":\"Micronesia, Federated States of\",\"prefix\":\"691\"},{\"code\":\"GAB\",\"name\":\"Gabon\",\"prefix\":\"241\"},{\"code\":\"GBR\",\"name\":\"United Kingdom\",\"prefix\":\"44\"},{\"code\":\"GEO\",\"name\":\"Georgia\",\"prefix\":\"995\"},{\"code\":\"GGY\",\"name\":\"Guernsey\",\"prefix\":\"44\"},{\"code\":\"GHA\",\"name\":\"Ghana\",\"prefix\":\"233\"},{\"code\":\"GIB\",\"name\":\"Gibraltar\",\"prefix\":\"350\"},{\"code\":\"GIN\",\"name\":\"Guinea\",\"prefix\":\"224\"},{\"code\":\"GLP\",\"name\":\"Guadeloupe\",\"prefix\":\"590\"},{\"code\":\"GMB\",\"name\":\"Republic of The Gambia\",\"prefix\":\"220\"},{\"code\":\"GNB\",\"name\":\"Guinea-Bissau\",\"prefix\":\"245\"},{\"code\":\"GNQ\",\"name\":\"Equatorial Guinea\",\"prefix\":\"240\"},{\"code\":\"GRC\",\"name\":\"Greece\",\"prefix\":\"30\"},{\"code\":\"GRD\",\"name\":\"Grenada\",\"prefix\":\"1\"},{\"code\":\"GRL\",\"name\":\"Greenland\",\"prefix\":\"299\"},{\"code\":\"GTM\",\"name\":\"Guatemala\",\"prefix\":\"502\"},{\"code\":\"GUF\",\"name\":\"French Guiana\",\"prefix\":\"594\"},{\"code\":\"GUM\",\"name\":\"Guam\",\"prefix\":\"1\"},{\"code\":\"GUY\",\"name\":\"Guyana\",\"prefix\":\"592\"},{\"code\":\"HKG\",\"name\":\"Hong Kong\",\"prefix\":\"852\"},{\"code\":\"HND\",\"name\":\"Honduras\",\"prefix\":\"504\"},{\"code\":\"HRV\",\"name\":\"Croatia\",\"prefix\":\"385\"},{\"code\":\"HTI\",\"name\":\"Haiti\",\"prefix\":\"509\"},{\"code\":\"HUN\",\"name\":\"Hungary\",\"prefix\":\"36\"},{\"code\":\"IDN\",\"name\":\"Indonesia\",\"prefix\":\"62\"},{\"code\":\"IMN\",\"name\":\"Isle of Man\",\"prefix\":\"44\"},{\"code\":\"IND\",\"name\":\"India\",\"prefix\":\"91\"},{\"code\":\"IOT\",\"name\":\"British Indian Ocean Territory\",\"prefix\":\"246\"},{\"code\":\"IRL\",\"name\":\"Ireland\",\"prefix\":\"353\"},{\"code\":\"IRN\",\"name\":\"Islamic Republic of Iran\",\"prefix\":\"98\"},{\"code\":\"IRQ\",\"name\":\"Iraq\",\"prefix\":\"964\"},{\"code\":\"ISL\",\"name\":\"Iceland\",\"prefix\":\"354\"},{\"code\":\"ISR\",\"name\":\"Israel\",\"prefix\":\"972\"},{\"code\":\"ITA\",\"name\":\"Italy\",\"prefix\":\"39\"},{\"code\":\"JAM\",\"name\":\"Jamaica\",\"prefix\":\"1\"},{\"code\":\"JEY\",\"name\":\"Jersey\",\"prefix\":\"44\"},{\"code\":\"JOR\",\"name\":\"Jordan\",\"prefix\":\"962\"},{\"code\":\"JPN\",\"name\":\"Japan\",\"prefix\":\"81\"},{\"code\":\"KAZ\",\"name\":\"Kazakhstan\",\"prefix\":\"7\"},{\"code\":\"KEN\",\"name\":\"Kenya\",\"prefix\":\"254\"},{\"code\":\"KGZ\",\"name\":\"Kyrgyzstan\",\"prefix\":\"996\"},{\"code\":\"KHM\",\"name\":\"Cambodia\",\"prefix\":\"855\"},{\"code\":\"KIR\",\"name\":\"Kiribati\",\"prefix\":\"686\"},{\"code\":\"KNA\",\"name\":\"Saint Kitts and Nevis\",\"prefix\":\"1\"},{\"code\":\"KOR\",\"name\":\"South Korea\",\"prefix\":\"82\"},{\"code\":\"KWT\",\"name\":\"Kuwait\",\"prefix\":\"965\"},{\"code\":\"LAO\",\"name\":\"Lao People's Democratic Republic\",\"prefix\":\"856\"},{\"code\":\"LBN\",\"name\":\"Lebanon\",\"prefix\":\"961\"},{\"code\":\"LBR\",\"name\":\"Liberia\",\"prefix\":\"231\"},{\"code\":\"LBY\",\"name\":\"Libya\",\"prefix\":\"218\"},{\"code\":\"LCA\",\"name\":\"Saint Lucia\",\"prefix\":\"1\"},{\"code\":\"LIE\",\"name\":\"Liechtenstein\",\"prefix\":\"423\"},{\"code\":\"LKA\",\"name\":\"Sri Lanka\",\"prefix\":\"94\"},{\"code\":\"LSO\",\"name\":\"Lesotho\",\"prefix\":\"266\"},{\"code\":\"LTU\",\"name\":\"Lithuania\",\"prefix\":\"370\"},{\"code\":\"LUX\",\"name\":\"Luxembourg\",\"prefix\":\"352\"},{\"code\":\"LVA\",\"name\":\"Latvia\",\"prefix\":\"371\"},{\"code\":\"MAC\",\"name\":\"Macao\",\"prefix\":\"853\"},{\"code\":\"MAF\",\"name\":\"Saint Martin (French part)\",\"prefix\":\"590\"},{\"code\":\"MAR\",\"name\":\"Morocco\",\"prefix\":\"212\"},{\"code\":\"MCO\",\"name\":\"Monaco\",\"prefix\":\"377\"},{\"code\":\"MDA\",\"name\":\"Moldova, Republic of\",\"prefix\":\"373\"},{\"code\":\"MDG\",\"name\":\"Madagascar\",\"prefix\":\"261\"},{\"code\":\"MDV\",\"name\":\"Maldives\",\"prefix\":\"960\"},{\"code\":\"MEX\",\"name\":\"Mexico\",\"prefix\":\"52\"},{\"code\":\"MHL\",\"name\":\"Marshall Islands\",\"prefix\":\"692\"},{\"code\":\"MKD\",\"name\":\"The Republic of North Macedonia\",\"prefix\":\"389\"},{\"code\":\"MLI\",\"name\":\"Mali\",\"prefix\":\"223\"},{\"code\":\"MLT\",\"name\":\"Malta\",\"prefix\":\"356\"},{\"code\":\"MMR\",\"name\":\"Myanmar\",\"prefix\":\"95\"},{\"code\":\"MNE\",\"name\":\"Montenegro\",\"prefix\":\"382\"},{\"code\":\"MNG\",\"name\":\"Mongolia\",\"prefix\":\"976\"},{\"code\":\"MNP\",\"name\":\"Northern Mariana Islands\",\"prefix\":\"1\"},{\"code\":\"MOZ\",\"name\":\"Mozambique\",\"prefix\":\"258\"},{\"code\":\"MRT\",\"name\":\"Mauritania\",\"prefix\":\"222\"},{\"code\":\"MSR\",\"name\":\"Montserrat\",\"prefix\":\"1\"},{\"code\":\"MTQ\",\"name\":\"Martinique\",\"prefix\":\"596\"},{\"code\":\"MUS\",\"name\":\"Mauritius\",\"prefix\":\"230\"},{\"code\":\"MWI\",\"name\":\"Malawi\",\"prefix\":\"265\"},{\"code\":\"MYS\",\"name\":\"Malaysia\",\"prefix\":\"60\"},{\"code\":\"MYT\",\"name\":\"Mayotte\",\"prefix\":\"262\"},{\"code\":\"NAM\",\"name\":\"Namibia\",\"prefix\":\"264\"},{\"code\":\"NCL\",\"name\":\"New Caledonia\",\"prefix\":\"687\"},{\"code\":\"NER\",\"name\":\"Niger\",\"prefix\":\"227\"},{\"code\":\"NFK\",\"name\":\"Norfolk Island\",\"prefix\":\"672\"},{\"code\":\"NGA\",\"name\":\"Nigeria\",\"prefix\":\"234\"},{\"code\":\"NIC\",\"name\":\"Nicaragua\",\"prefix\":\"505\"},{\"code\":\"NIU\",\"name\":\"Niue\",\"prefix\":\"683\"},{\"code\":\"NLD\",\"name\":\"Netherlands\",\"prefix\":\"31\"},{\"code\":\"NOR\",\"name\":\"Norway\",\"prefix\":\"47\"},{\"code\":\"NPL\",\"name\":\"Nepal\",\"prefix\":\"977\"},{\"code\":\"NRU\",\"name\":\"Nauru\",\"prefix\":\"674\"},{\"code\":\"NZL\",\"name\":\"New Zealand\",\"prefix\":\"64\"},{\"code\":\"OMN\",\"name\":\"Oman\",\"prefix\":\"968\"},{\"code\":\"PAK\",\"name\":\"Pakistan\",\"prefix\":\"92\"},{\"code\":\"PAN\",\"name\":\"Panama\",\"prefix\":\"507\"},{\"code\":\"PER\",\"name\":\"Peru\",\"prefix\":\"51\"},{\"code\":\"PHL\",\"name\":\"Philippines\",\"prefix\":\"63\"},{\"code\":\"PLW\",\"name\":\"Palau\",\"prefix\":\"680\"},{\"code\":\"PNG\",\"name\":\"Papua New Guinea\",\"prefix\":\"675\"},{\"code\":\"POL\",\"name\":\"Poland\",\"prefix\":\"48\"},{\"code\":\"PRI\",\"name\":\"Puerto Rico\",\"prefix\":\"1\"},{\"code\":\"PRK\",\"name\":\"North Korea\",\"prefix\":\"850\"},{\"code\":\"PRT\",\"name\":\"Portugal\",\"prefix\":\"351\"},{\"code\":\"PRY\",\"name\":\"Paraguay\",\"prefix\":\"595\"},{\"code\":\"PSE\",\"name\":\"State of Palestine\",\"prefix\":\"970\"},{\"code\":\"PYF\",\"name\":\"French Polynesia\",\"prefix\":\"689\"},{\"code\":\"QAT\",\"name\":\"Qatar\",\"prefix\":\"974\"},{\"code\":\"REU\",\"name\":\"Reunion\",\"prefix\":\"262\"},{\"code\":\"ROU\",\"name\":\"Romania\",\"prefix\":\"40\"},{\"code\":\"RUS\",\"name\":\"Russian Federation\",\"prefix\":\"7\"},{\"code\":\"RWA\",\"name\":\"Rwanda\",\"prefix\":\"250\"},{\"code\":\"SAU\",\"name\":\"Saudi Arabia\",\"prefix\":\"966\"},{\"code\":\"SDN\",\"name\":\"Sudan\",\"prefix\":\"249\"},{\"code\":\"SEN\",\"name\":\"Senegal\",\"prefix\":\"221\"},{\"code\":\"SGP\",\"name\":\"Singapore\",\"prefix\":\"65\"},{\"code\":\"SHN\",\"name\":\"Saint Helena\",\"prefix\":\"290\"},{\"code\":\"SJM\",\"name\":\"Svalbard and Jan Mayen\",\"prefix\":\"47\"},{\"code\":\"SLB\",\"name\":\"Solomon Islands\",\"prefix\":\"677\"},{\"code\":\"SLE\",\"name\":\"Sierra Leone\",\"prefix\":\"232\"},{\"code\":\"SLV\",\"name\":\"El Salvador\",\"prefix\":\"503\"},{\"code\":\"SMR\",\"name\":\"San Marino\",\"prefix\":\"378\"},{\"code\":\"SOM\",\"name\":\"Somalia\",\"prefix\":\"252\"},{\"code\":\"SPM\",\"name\":\"Saint Pierre and Miquelon\",\"prefix\":\"508\"},{\"code\":\"SRB\",\"name\":\"Serbia\",\"prefix\":\"381\"},{\"code\":\"SSD\",\"name\":\"South Sudan\",\"prefix\":\"211\"},{\"code\":\"STP\",\"name\":\"Sao Tome and Principe\",\"prefix\":\"239\"},{\"code\":\"SUR\",\"name\":\"Suriname\",\"prefix\":\"597\"},{\"code\":\"SVK\",\"name\":\"Slovakia\",\"prefix\":\"421\"},{\"code\":\"SVN\",\"name\":\"Slovenia\",\"prefix\":\"386\"},{\"code\":\"SWE\",\"name\":\"Sweden\",\"prefix\":\"46\"},{\"code\":\"SWZ\",\"name\":\"Eswatini\",\"prefix\":\"268\"},{\"code\":\"SXM\",\"name\":\"Sint Maarten (Dutch part)\",\"prefix\":\"1\"},{\"code\":\"SYC\",\"name\":\"Seychelles\",\"prefix\":\"248\"},{\"code\":\"SYR\",\"name\":\"Syrian Arab Republic\",\"prefix\":\"963\"},{\"code\":\"TCA\",\"name\":\"Turks and Caicos Islands\",\"prefix\":\"1\"},{\"code\":\"TCD\",\"name\":\"Chad\",\"prefix\":\"235\"},{\"code\":\"TGO\",\"name\":\"Togo\",\"prefix\":\"228\"},{\"code\":\"THA\",\"name\":\"Thailand\",\"prefix\":\"66\"},{\"code\":\"TJK\",\"name\":\"Tajikistan\",\"prefix\":\"992\"},{\"code\":\"TKL\",\"name\":\"Tokelau\",\"prefix\":\"690\"},{\"code\":\"TKM\",\"name\":\"Turkmenistan\",\"prefix\":\"993\"},{\"code\":\"TLS\",\"name\":\"Timor-Leste\",\"prefix\":\"670\"},{\"code\":\"TON\",\"name\":\"Tonga\",\"prefix\":\"676\"},{\"code\":\"TTO\",\"name\":\"Trinidad and Tobago\",\"prefix\":\"1\"},{\"code\":\"TUN\",\"name\":\"Tunisia\",\"prefix\":\"216\"},{\"code\":\"TUR\",\"name\":\"Türkiye\",\"prefix\":\"90\"},{\"code\":\"TUV\",\"name\":\"Tuvalu\",\"prefix\":\"688\"},{\"code\":\"TWN\",\"name\":\"Taiwan, Province of China\",\"prefix\":\"886\"},{\"code\":\"TZA\",\"name\":\"United Republic of Tanzania\",\"prefix\":\"255\"},{\"code\":\"UGA\",\"name\":\"Uganda\",\"prefix\":\"256\"},{\"code\":\"UKR\",\"name\":\"Ukraine\",\"prefix\":\"380\"},{\"code\":\"URY\",\"name\":\"Uruguay\",\"prefix\":\"598\"},{\"code\":\"USA\",\"name\":\"United States of America\",\"prefix\":\"1\"},{\"code\":\"UZB\",\"name\":\"Uzbekistan\",\"prefix\":\"998\"},{\"code\":\"VAT\",\"name\":\"Holy See (Vatican City State)\",\"prefix\":\"39\"},{\"code\":\"VCT\",\"name\":\"Saint Vincent and the Grenadines\",\"prefix\":\"1\"},{\"code\":\"VEN\",\"name\":\"Venezuela\",\"prefix\":\"58\"},{\"code\":\"VGB\",\"name\":\"Virgin Islands, British\",\"prefix\":\"1\"},{\"code\":\"VIR\",\"name\":\"Virgin Islands, U.S.\",\"prefix\":\"1\"},{\"code\":\"VNM\",\"name\":\"Vietnam\",\"prefix\":\"84\"},{\"code\":\"VUT\",\"name\":\"Vanuatu\",\"prefix\":\"678\"},{\"code\":\"WLF\",\"name\":\"Wallis and Futuna\",\"prefix\":\"681\"},{\"code\":\"WSM\",\"name\":\"Samoa\",\"prefix\":\"685\"},{\"code\":\"YEM\",\"name\":\"Yemen\",\"prefix\":\"967\"},{\"code\":\"ZAF\",\"name\":\"South Africa\",\"prefix\":\"27\"},{\"code\":\"ZMB\",\"name\":\"Zambia\",\"prefix\":\"260\"},{\"code\":\"ZWE\",\"name\":\"Zimbabwe\",\"prefix\":\"263\"}]}",
                "none": "{\"countries\":[]}"
              }
            }
          }
        },
        "400": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "invalidRequest": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"The field username is missing.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "401": {
          "headers": {
            "www-authenticate": {
              "required": true,
              "reading": "string",
              "style": "simple",
              "explode": false,
              "schema": "/x-added-schemas/listCountries.401.header.WWW-Authenticate",
              "example": "Bearer error=\"invalid_token\""
            }
          },
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "tokenRefused": "{\"code\":\"invalid_token\",\"message\":\"The access token has expired.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_token\",\"message\":\"The access token has expired.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "429": {
          "headers": {
            "retry-after": {
              "required": false,
              "reading": "string",
              "style": "simple",
              "explode": false,
              "schema": "/x-added-schemas/listCountries.429.header.Retry-After",
              "example": "1"
            }
          },
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "rateLimited": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"rate_limited\",\"message\":\"Too many requests. Try again later.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "500": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "internalError": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"internal_error\",\"message\":\"Something went wrong.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        },
        "503": {
          "headers": {
            "retry-after": {
              "required": false,
              "reading": "string",
              "style": "simple",
              "explode": false,
              "schema": "/x-added-schemas/listCountries.503.header.Retry-After",
              "example": "1"
            }
          },
          "content": {
            "application/json": {
              "schema": "/components/schemas/Error",
              "examples": {
                "unavailable": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"unavailable\",\"message\":\"The service is unavailable. Try again later.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    }
  ],
  "webhooks": []
};
